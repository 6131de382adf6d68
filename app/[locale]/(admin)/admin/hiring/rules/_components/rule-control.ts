import type { Control } from "react-hook-form";
import type { z } from "zod";
import type { saveRuleInput } from "@/server/contexts/hiring/contracts/screening";

type Name = "name" | "rule";

/** The form of a rule. */
export type RuleControl = Control<
	Pick<z.input<typeof saveRuleInput>, Name>,
	unknown,
	Pick<z.output<typeof saveRuleInput>, Name>
>;
