import { useId } from 'react';
import type { ComponentProps, ReactNode } from 'react';
import { Icon } from './icons';
import type { IconName } from './icons';

type ButtonKind = 'main' | 'plain' | 'quiet';

export function Button({ kind = 'plain', className, ...rest }: ComponentProps<'button'> & { kind?: ButtonKind }) {
  const classes = ['button', kind === 'plain' ? '' : `is-${kind}`, className ?? ''].filter(Boolean).join(' ');
  return <button type="button" className={classes} {...rest} />;
}

/** A button that shows an icon only; `label` is its name and its tooltip. */
export function IconButton({ icon, label, ...rest }: ComponentProps<'button'> & { icon: IconName; label: string }) {
  return (
    <button type="button" className="button is-quiet is-icon" aria-label={label} title={label} {...rest}>
      <Icon name={icon} />
    </button>
  );
}

export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className="kbd">{children}</kbd>;
}

/** A titled part of a page. `keys` shows the keys that work inside its list. */
export function Section(props: { title: string; keys?: readonly string[]; className?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={props.className === undefined ? 'section' : `section ${props.className}`} aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{props.title}</h2>
        {props.keys && (
          <span className="keys" aria-hidden="true">
            {props.keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </span>
        )}
      </div>
      {props.children}
    </section>
  );
}

/** A line that opens what stands under it. */
export function Disclosure(props: {
  open: boolean;
  onToggle: () => void;
  summary: ReactNode;
  className?: string;
  tabIndex?: number;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        className={props.className === undefined ? 'disclosure' : `disclosure ${props.className}`}
        aria-expanded={props.open}
        aria-controls={props.open ? id : undefined}
        onClick={props.onToggle}
        tabIndex={props.tabIndex}
      >
        {props.summary}
        <Icon name="down" className="turn" />
      </button>
      {props.open && (
        <div className="disclosed" id={id}>
          {props.children}
        </div>
      )}
    </>
  );
}

/** A labelled form field; `children` gets the id to put on the control. */
export function Field(props: { label: string; hint?: string; children: (ids: { id: string; hint: string | undefined }) => ReactNode }) {
  const id = useId();
  const hint = props.hint === undefined ? undefined : `${id}-hint`;
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      {props.children({ id, hint })}
      {props.hint !== undefined && (
        <p className="muted" id={hint}>
          {props.hint}
        </p>
      )}
    </div>
  );
}

export function Select<V extends string>(
  props: Omit<ComponentProps<'select'>, 'value' | 'onChange'> & {
    value: V;
    options: readonly { readonly value: V; readonly label: string }[];
    onPick: (value: V) => void;
  },
) {
  const { options, onPick, value, ...rest } = props;
  return (
    <select
      className="select"
      value={value}
      onChange={(event) => {
        const found = options.find((option) => option.value === event.currentTarget.value);
        if (found) onPick(found.value);
      }}
      {...rest}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

export function Notice({ tone = 'plain', children }: { tone?: 'plain' | 'due' | 'late'; children: ReactNode }) {
  return <div className={tone === 'plain' ? 'notice' : `notice is-${tone}`}>{children}</div>;
}

/** Whether something is there: a tick or an empty ring, with words for who doesn't see it. */
export function Tick({ on, label }: { on: boolean; label: string }) {
  return (
    <span className={on ? 'tick-on' : 'tick-off'}>
      <Icon name={on ? 'check' : 'circle'} />
      <span className="unseen">{label}</span>
    </span>
  );
}

/** Read out politely, never shown: what an action of the agent's own has done. */
export function Live({ text }: { text: string }) {
  return (
    <div className="unseen" role="status" aria-live="polite">
      {text}
    </div>
  );
}
