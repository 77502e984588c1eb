import { browser } from 'wxt/browser';

/**
 * Sets the alarm `name` for an instant and, from then on, every `everyMinutes`; an alarm of that name is replaced.
 * Chrome lets an installed extension wake no sooner than 30 s ahead; an instant in the past rings at once.
 * @param at ISO instant.
 */
export async function setAlarm(name: string, at: string, everyMinutes: number): Promise<void> {
  await browser.alarms.create(name, { when: Temporal.Instant.from(at).epochMilliseconds, periodInMinutes: everyMinutes });
}

/** Takes the alarm away; does nothing where there is none. */
export async function clearAlarm(name: string): Promise<void> {
  await browser.alarms.clear(name);
}

/** When the alarm rings next, as an ISO instant, or null where it is not set. */
export async function alarmAt(name: string): Promise<string | null> {
  const alarm = await browser.alarms.get(name);
  return alarm ? Temporal.Instant.fromEpochMilliseconds(Math.round(alarm.scheduledTime)).toString() : null;
}

export function onAlarm(name: string, listener: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) listener();
  });
}
