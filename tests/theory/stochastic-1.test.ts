/** Cases with known answers, part 1 of 4. */
import { testPart } from "./quick-set.ts";

testPart(0);
