/** What a machine finds wrong with the access to a page. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

type Violations = Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"];

/** Of the whole page, or of what the selector names. */
export async function violationsOf(page: Page, within?: string): Promise<Violations> {
  const axe = new AxeBuilder({ page })
    // What is fine need not be described, which takes as long as finding out.
    .options({ resultTypes: ["violations"] })
    // The newer way runs in a page of its own for the sake of frames, of which there are none.
    .setLegacyMode();
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  return violations;
}
