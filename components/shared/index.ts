import './tokens.css';
import './base.css';
import './controls.css';

export { makeStrings, StringsProvider, useStrings } from './strings';
export type { Strings, Values } from './strings';
export { ClockProvider, useClock } from './clock';
export { dateLocale, daysAway, exactly, formatDue, formatDueAway, formatMoment, fromInput, minutesAway, toInput, urgency } from './time';
export type { DueLike, Here } from './time';
export { Icon } from './icons';
export type { IconName } from './icons';
export { Button, Disclosure, Field, IconButton, Kbd, Live, Notice, Section, Select, Tick } from './controls';
export { RovingList } from './roving';
export type { RowProps } from './roving';
export { showTheme } from './theme';
export { DueChoice, Later } from './DueChoice';
export { snoozeTimes } from './snooze';
export type { Hours } from './snooze';
export { worksOn } from './workdays';
