/** Cases with known answers, part 3 of 4. */
import { testPart } from "./quick-set.ts";

testPart(2);
