import { Switch as Base } from '@base-ui/react/switch';

/** The text states the state: "Sound is off". It is the switch's label, so a press on it switches too. */
export function Switch({ on, label, onChange }: { on: boolean; label: string; onChange: (on: boolean) => void }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the library's switch is the control, with a hidden checkbox inside
    <label className="switch">
      <Base.Root checked={on} onCheckedChange={onChange} className="switch__track">
        <Base.Thumb className="switch__thumb" />
      </Base.Root>
      <span>{label}</span>
    </label>
  );
}
