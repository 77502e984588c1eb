/** Widths in px; on a narrow or zoomed page it takes what there is. */
export const WIDTH = 420;
export const EDGE = 8;

export const CSS = `
.card { position: fixed; width: min(${WIDTH}px, calc(100vw - ${EDGE * 2}px)); display: flex; flex-direction: column; overflow: hidden; }
.list { overflow-y: auto; padding: 4px; flex: 0 1 auto; min-height: 34px; max-height: 214px; outline: none; overscroll-behavior: contain; }
.row { display: flex; align-items: center; gap: 8px; padding: 4px 8px; border-radius: 6px; cursor: pointer; min-height: 28px; }
.row .title { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.row:hover { background: var(--hover); }
.row.on { background: var(--accent-soft); color: var(--accent); }
.row.on .title { font-weight: 600; }
.row.on .short { color: var(--ink); }
.short { flex: none; font: 12px/16px ui-monospace, 'Liberation Mono', monospace; color: var(--muted); border: 1px solid var(--line); border-radius: 4px; padding: 0 4px; }
.star { flex: none; width: 24px; height: 24px; text-align: center; border-radius: 6px; color: var(--muted); }
.star[aria-pressed='true'] { color: var(--due); } .star:hover { background: var(--hover); color: var(--ink); }
.note { padding: 8px 12px; color: var(--muted); }
.preview { flex: 0 1 auto; overflow-y: auto; min-height: 70px; max-height: 150px; border-top: 1px solid var(--line); padding: 8px 12px; overscroll-behavior: contain; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.open { border-bottom: 1px dashed var(--due); color: var(--due); }
.side { display: flex; flex-wrap: wrap; gap: 0 12px; margin-top: 4px; font-size: 12px; line-height: 16px; color: var(--muted); }
.side .why { color: var(--accent); }
.side .needs { color: var(--due); }
.foot { flex: none; display: flex; gap: 12px; align-items: center; justify-content: space-between; border-top: 1px solid var(--line); padding: 4px 12px; font-size: 12px; line-height: 16px; color: var(--muted); background: var(--ground); }
.foot .count { white-space: nowrap; }
.head { flex: none; padding: 8px 12px 0; font-weight: 600; }
.form { overflow-y: auto; padding: 4px; flex: 0 1 auto; min-height: 36px; }
.field { display: flex; flex-wrap: wrap; gap: 0 8px; align-items: baseline; padding: 4px 8px; border-radius: 6px; cursor: pointer; width: 100%; }
.field .label { flex: 0 0 38%; min-width: 96px; color: var(--muted); overflow-wrap: anywhere; }
.field .value { flex: 1; min-width: 96px; overflow-wrap: anywhere; border-bottom: 1px solid var(--line); min-height: 19px; }
.field.on { background: var(--accent-soft); } .field.on .label { color: var(--ink); }
.field.on .value { border-bottom: 2px solid var(--accent); }
.field.on .value.typed::after { content: ''; display: inline-block; width: 1px; height: 14px; margin-left: 1px; vertical-align: -2px; background: var(--accent); }
.field .value.blank { color: var(--due); }
.choice { padding: 0 8px; border: 1px solid var(--line); border-radius: 10px; margin: 1px 4px 1px 0; } .choice:hover { background: var(--hover); }
.choice[aria-checked='true'] { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
.main { background: var(--accent); color: var(--on-accent); border-radius: 6px; padding: 2px 12px; flex: none; }
@media (forced-colors: active) { .row.on, .field.on { outline: 2px solid Highlight; outline-offset: -2px; } .choice[aria-checked='true'] { outline: 2px solid Highlight; } }
`;
