import { z } from "zod";
import { line } from "@/server/kernel/text";

/** Others' words are cut, so that no more of them is no reason not to hear the rest. */
export const reasonOfOthers = z
	.string()
	.transform(
		(raw) =>
			raw
				.slice(0, 200)
				.replace(/[\ud800-\udbff]$/, "")
				.trim() || "no reason given",
	)
	.pipe(line(200));
