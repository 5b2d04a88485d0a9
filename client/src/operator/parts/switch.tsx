/**
 * The text states the state: "Single-letter keys are on". Looks like the game's (ui/parts/switch.tsx), which brings a library that the console
 * has no room for.
 */
export function Switch({ on, label, onChange }: { on: boolean; label: string; onChange: (on: boolean) => void }) {
  return (
    <button type="button" role="switch" aria-checked={on} className="switch" onClick={() => onChange(!on)}>
      <span className="switch__track" data-checked={on ? '' : undefined}>
        <span className="switch__thumb" />
      </span>
      <span>{label}</span>
    </button>
  );
}
