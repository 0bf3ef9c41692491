/** Cases with known answers, part 4 of 4. */
import { testPart } from "./quick-set.ts";

testPart(3);
