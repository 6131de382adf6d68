import { Calculator, Filter, Gauge, type LucideIcon, Merge, Ruler } from "lucide-react";
import type { StepInfo } from "./chain";

/** What a step does, at a glance: its word stands beside it. */
export const stepIcons: Record<StepInfo["kind"], LucideIcon> = {
	filter: Filter,
	map: Calculator,
	score: Gauge,
	rescale: Ruler,
	reduce: Merge,
};
