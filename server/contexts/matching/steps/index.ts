// Made by scripts/lib/index-steps.mjs of the files in this folder, whenever anything is started, built or tested.
import { isStep, type Step } from "../domain/step";
import * as active from "./active";
import * as available from "./available";
import * as breakTies from "./break-ties";
import * as clientHistory from "./client-history";
import * as combine from "./combine";
import * as expressionCondition from "./expression-condition";
import * as expressionScore from "./expression-score";
import * as expressionValue from "./expression-value";
import * as fairShare from "./fair-share";
import * as freeForWholeDuration from "./free-for-whole-duration";
import * as loadToday from "./load-today";
import * as near from "./near";
import * as newcomersChance from "./newcomers-chance";
import * as noShowRisk from "./no-show-risk";
import * as normalise from "./normalise";
import * as notExcluded from "./not-excluded";
import * as pastResults from "./past-results";
import * as traitFit from "./trait-fit";

/** Every step that a chain may name. A new one is a file with its test; old versions stay for old chains. */
export const steps: readonly Step[] = [
	active,
	available,
	breakTies,
	clientHistory,
	combine,
	expressionCondition,
	expressionScore,
	expressionValue,
	fairShare,
	freeForWholeDuration,
	loadToday,
	near,
	newcomersChance,
	noShowRisk,
	normalise,
	notExcluded,
	pastResults,
	traitFit,
]
	.flatMap((file): unknown[] => Object.values(file))
	.filter(isStep);
