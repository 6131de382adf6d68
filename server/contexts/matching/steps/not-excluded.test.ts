import { expect, it } from "vitest";
import { aDemand, aSample, ask } from "../testing";
import { notExcluded } from "./not-excluded";

it("keeps out whoever is not to come to this order (R-132)", () => {
	const [failed, gaveBack, other] = [aSample(), aSample(), aSample()] as const;
	const demand = aDemand({ excluded: [failed.id, gaveBack.id] });
	expect(ask(notExcluded, [failed, gaveBack, other], { demand })).toEqual([
		{ why: "excluded" },
		{ why: "excluded" },
		null,
	]);
});
