/** A compact port like Laredo's World Trade Bridge, as text, for tests of reading. */
export const LAREDO = `cruce: 1
name: A bridge like Laredo's
zone: America/Chicago
from: "2024-05-07"
hours: "07:00-24:00"
northbound:
  demand:
    trucks: 8000 /day
    byHour:
      "07:00": 5 %
      "08:00": 6 %
      "09:00": 6 %
      "10:00": 7 %
      "11:00": 7 %
      "12:00": 7 %
      "13:00": 8 %
      "14:00": 10 %
      "15:00": 9 %
      "16:00": 8 %
      "17:00": 7 %
      "18:00": 6 %
      "19:00": 5 %
      "20:00": 4 %
      "21:00": 2 %
      "22:00": 2 %
      "23:00": 1 %
    flows: { laden: 92 %, empty: 6 %, hazmat: 2 % }
    fast: { laden: 24 %, empty: 100 % }
  stages:
    exportCustoms: { lanes: 20, service: lognormal 30 s cv 0.5, redLight: 5 %, redLightService: 20 min }
    approach: { lanes: 4, length: 2.6 km, spacing: 19 m, freeFlow: 4 min, fastSplitsAt: 400 m }
    primary:
      booths: { fast: 4, general: 11 }
      service: { all: lognormal 80 s cv 0.7, fast: lognormal 55 s cv 0.6 }
      moveUp: 10 s
      referral:
        random: 3 %
        reasons: { documents: 60 %, scan: 40 % }
    secondary:
      bays: 100
      docks: 10
      exams:
        documents: { service: lognormal 30 min cv 0.8, at: bay }
        scan: { service: 15 min, at: bay }
    stateSafety: { share: 10 %, inspectors: 12, service: lognormal 8 min cv 0.5 }
  staffing:
    primary:
      fast: { "07:00": 4, "24:00": 0 }
      general: { "07:00": 7, "09:00": 11, "20:00": 9, "24:00": 0 }
`;

/** The text with one piece replaced; a piece that is not there is a mistake of the test. */
export function change(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`not in the text: ${from}`);
  return text.replace(from, () => to);
}
