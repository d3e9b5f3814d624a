// Prints what ical.js, which Thunderbird reads calendars with, finds in a calendar: UID, start and title of
// each event, with tabs between them. Being strict, it fails on what it would mend otherwise.
import fs from 'fs';
import { createRequire } from 'module';
import { pathToFileURL } from 'url';

const [, , modules, file] = process.argv;
const { default: ICAL } = await import(pathToFileURL(createRequire(modules + '/').resolve('ical.js')));
ICAL.design.strict = true;
const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(file, 'utf8')));
for (const zone of calendar.getAllSubcomponents('vtimezone')) {
  ICAL.TimezoneService.register(zone.getFirstPropertyValue('tzid'), new ICAL.Timezone(zone));
}
for (const event of calendar.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part))) {
  const start = event.startDate;
  const when = start.isDate ? start.toString() : start.toJSDate().toISOString().replace('.000', '');
  if (!start.isDate && start.zone === ICAL.Timezone.localTimezone) throw new Error(`${event.uid} floats`);
  process.stdout.write([event.uid, when, event.summary].join('\t') + '\n');
}
