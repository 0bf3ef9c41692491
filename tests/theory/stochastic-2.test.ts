/** Cases with known answers, part 2 of 4. */
import { testPart } from "./quick-set.ts";

testPart(1);
