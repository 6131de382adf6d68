import { expect, it } from "vitest";
import { aSample, ask } from "../testing";
import { active } from "./active";

it("lets through who is in the pool, and nobody else", () => {
	expect(ask(active, [aSample(), aSample({ active: false })])).toEqual([null, { why: "not-active" }]);
});
