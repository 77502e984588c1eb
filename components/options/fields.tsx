import { useState } from 'react';
import { Field } from '../shared';

/** A field that saves when it is left or Enter is pressed, so that half a number is never kept. */
export function Typed(props: { id: string; hint?: string | undefined; type: 'text' | 'number' | 'time'; value: string; onSet: (value: string) => unknown; min?: number; max?: number }) {
  const [typed, setTyped] = useState(props.value);
  return (
    <input
      id={props.id}
      className="input"
      type={props.type}
      aria-describedby={props.hint}
      min={props.min}
      max={props.max}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      onBlur={() => {
        if (typed === props.value) return;
        if (props.onSet(typed) === false) setTyped(props.value);
      }}
    />
  );
}

/** A time of day, "HH:MM"; `onSet` answers false where it can't be. */
export function Clock({ label, value, onSet }: { label: string; value: string; onSet: (value: string) => unknown }) {
  return <Field label={label}>{({ id }) => <Typed key={value} id={id} type="time" value={value} onSet={(typed) => /^\d\d:\d\d$/u.test(typed) && onSet(typed)} />}</Field>;
}
