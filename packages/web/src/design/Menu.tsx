/** One choice out of a few, behind a button that says which is made. */
import { Menu as Base } from '@base-ui/react/menu';
import { buttonClass } from './Button.tsx';
import { Icon } from './Icon.tsx';
import './Menu.css';

interface MenuProps<Choice extends string> {
  /** What is chosen here, spoken before the choice. */
  label: string;
  choices: readonly { value: Choice; name: string }[];
  value: Choice;
  onChoose: (value: Choice) => void;
}

export function Menu<Choice extends string>({ label, choices, value, onChoose }: MenuProps<Choice>) {
  const chosen = choices.find((one) => one.value === value);
  return (
    <Base.Root modal={false}>
      <Base.Trigger className={buttonClass({})}>
        <span className="visually-hidden">{label}: </span>
        {chosen?.name ?? value}
        <Icon name="down" size={12} />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} align="end" className="menu-place">
          <Base.Popup className="menu">
            <Base.RadioGroup value={value} onValueChange={(next: Choice) => onChoose(next)}>
              {choices.map((one) => (
                <Base.RadioItem key={one.value} value={one.value} className="menu-item" closeOnClick>
                  {one.name}
                  <Base.RadioItemIndicator>
                    <Icon name="check" />
                  </Base.RadioItemIndicator>
                </Base.RadioItem>
              ))}
            </Base.RadioGroup>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
