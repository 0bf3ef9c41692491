/**
 * A scenario as the text of a file, which reads back as the same scenario. Units stand in the values,
 * times of day and dates are quoted, and the first line lets an editor explain every field.
 */
import { Document, isPair, isScalar, visit } from "yaml";
import { dateText, parseClock } from "../../shared/scenario/clock.ts";
import type { Scenario } from "../../shared/scenario/schema.ts";
import { scenarioToFile } from "../../shared/scenario/write.ts";
import type { FileTree } from "../../shared/scenario/write.ts";

const HEAD = " yaml-language-server: $schema=./scenario.schema.json";
/** Short maps stand on one line. */
const MOST_ON_A_LINE = 6;
const LINE_WIDTH = 110;

export const scenarioYaml = (scenario: Scenario): string => treeYaml(scenarioToFile(scenario));

/** What a file says, whole or extending another. */
export function treeYaml(tree: FileTree): string {
  const document = new Document(tree);
  document.commentBefore = HEAD;
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === "string" && isReadOtherwise(node.value)) node.type = "QUOTE_DOUBLE";
    },
    Map(_key, node) {
      const isFlat = node.items.every((item) => isPair(item) && isScalar(item.value));
      // A comma would end a value in a map on one line; such values are quoted by the writer.
      if (isFlat && node.items.length <= MOST_ON_A_LINE && String(node).length < LINE_WIDTH - 30)
        node.flow = true;
    },
  });
  return document.toString({ lineWidth: LINE_WIDTH });
}

/** Times, hours and dates: other programs read them as numbers or instants where no quotes stand. */
const isReadOtherwise = (text: string): boolean =>
  dateText.safeParse(text).success || text.split("-").some((part) => !Number.isNaN(parseClock(part)));
