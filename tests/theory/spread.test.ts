/** Days differ under addressed draws as they do under a sequential generator, and a faulty generator is found out. */
import { testCheck } from "../engine/draws/test-check.ts";
import { SPREAD } from "./spread.ts";

testCheck(SPREAD);
