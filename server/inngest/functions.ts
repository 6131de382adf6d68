import type { InngestFunction } from "inngest";
import { billingFunctions } from "@/server/contexts/billing/functions";
import { executionFunctions } from "@/server/contexts/execution/functions";
import { hiringFunctions } from "@/server/contexts/hiring/functions";
import { identityFunctions } from "@/server/contexts/identity/functions";
import { matchingFunctions } from "@/server/contexts/matching/functions";
import { notificationsFunctions } from "@/server/contexts/notifications/functions";
import { orderingFunctions } from "@/server/contexts/ordering/functions";
import { suppliesFunctions } from "@/server/contexts/supplies/functions";

/** Every background function of the house. Contexts are mounted here and nowhere else. */
export const functions: InngestFunction.Any[] = [
	...billingFunctions,
	...executionFunctions,
	...hiringFunctions,
	...identityFunctions,
	...matchingFunctions,
	...notificationsFunctions,
	...orderingFunctions,
	...suppliesFunctions,
];
