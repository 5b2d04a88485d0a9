import { Slider as Base } from '@base-ui/react/slider';

type Props = {
  readonly label: string;
  /** What the value is called, also to a screen reader: "40%". */
  readonly value: number;
  readonly text: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
};

export function Slider({ label, value, text, min, max, step, onChange }: Props) {
  return (
    <Base.Root className="slider" value={value} min={min} max={max} step={step} onValueChange={onChange}>
      <div className="slider__head">
        <Base.Label className="label">{label}</Base.Label>
        <span className="num">{text}</span>
      </div>
      <Base.Control className="slider__control">
        <Base.Track className="slider__track">
          <Base.Indicator className="slider__fill" />
          <Base.Thumb className="slider__thumb" getAriaValueText={() => text} />
        </Base.Track>
      </Base.Control>
    </Base.Root>
  );
}
