/** What a report carries for its charts: the server writes it into the page, the page's own script draws it. */
import type { HourBar, StaffedPost } from "./staffing/pictures.ts";
import type { FrontierPlace, TornadoBar } from "./sweep/pictures.ts";
import type { Language } from "./vocabulary.ts";
import type { WarmUpPictureTexts, WarmUpShown } from "./warm-up.ts";

export type ReportBand = {
  readonly low: readonly (number | null)[];
  readonly median: readonly (number | null)[];
  readonly high: readonly (number | null)[];
};

export type ReportChart =
  | {
      readonly kind: "course";
      readonly title: string;
      readonly what: "wait" | "queue";
      readonly fromMs: number;
      readonly untilMs: number;
      readonly bins: { readonly fromMs: number; readonly binMs: number };
      readonly series: readonly (ReportBand & { readonly label: string })[];
    }
  | {
      readonly kind: "parts";
      readonly title: string;
      readonly rows: readonly {
        readonly label: string;
        readonly parts: readonly {
          readonly name: string;
          readonly shade: number;
          readonly minutes: number;
        }[];
      }[];
    }
  | {
      readonly kind: "warmUp";
      readonly title: string;
      readonly series: number;
      readonly shown: WarmUpShown;
      readonly texts: WarmUpPictureTexts;
    }
  | { readonly kind: "tornado"; readonly title: string; readonly bars: readonly TornadoBar[] }
  | {
      readonly kind: "frontier";
      readonly title: string;
      readonly xText: string;
      readonly yText: string;
      readonly marks: readonly FrontierPlace[];
    }
  | {
      readonly kind: "staffing";
      readonly title: string;
      readonly series: number;
      readonly fromMs: number;
      readonly slotMs: number;
      readonly posts: readonly StaffedPost[];
    }
  | {
      readonly kind: "hours";
      readonly title: string;
      readonly series: number;
      readonly bars: readonly HourBar[];
    }
  | {
      readonly kind: "interval";
      /** The scale runs from −most to +most. */
      readonly most: number;
      readonly series: number;
      readonly value: number;
      readonly low: number | null;
      readonly high: number | null;
    };

/** Charts by the id of their place in the page. */
export type ReportData = {
  readonly language: Language;
  readonly charts: Readonly<Record<string, ReportChart>>;
};
