/* Prints what libical, which GNOME and KDE read calendars with, finds in a calendar: UID, start and title of
   each event, with tabs between them. It fails on any error that libical reports. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static char *content(const char *path) {
  FILE *f = fopen(path, "rb");
  if (!f || fseek(f, 0, SEEK_END)) return NULL;
  long size = ftell(f);
  rewind(f);
  char *text = calloc(size + 1, 1);
  if (text && fread(text, 1, size, f) != (size_t)size) return NULL;
  fclose(f);
  return text;
}

int main(int argc, char **argv) {
  char *text = argc == 2 ? content(argv[1]) : NULL;
  icalcomponent *calendar = text ? icalparser_parse_string(text) : NULL;
  if (!calendar || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT) {
    fprintf(stderr, "no calendar\n");
    return 1;
  }
  icalrestriction_check(calendar);
  if (icalcomponent_count_errors(calendar) > 0) {
    fprintf(stderr, "%s\n", icalcomponent_as_ical_string(calendar));
    return 1;
  }
  icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
  for (; event; event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
    struct icaltimetype start = icalcomponent_get_dtstart(event);
    printf("%s\t", icalcomponent_get_uid(event));
    if (start.is_date) {
      printf("%04d-%02d-%02d", start.year, start.month, start.day);
    } else {
      if (!start.zone) {
        fprintf(stderr, "%s floats\n", icalcomponent_get_uid(event));
        return 1;
      }
      start = icaltime_convert_to_zone(start, icaltimezone_get_utc_timezone());
      printf("%04d-%02d-%02dT%02d:%02d:%02dZ", start.year, start.month, start.day, start.hour, start.minute, start.second);
    }
    printf("\t%s\n", icalcomponent_get_summary(event));
  }
  return 0;
}
