import type { Ctx } from "@/server/platform/context";
import { cardKindOffered } from "../adapters/card-services";
import { clientOf } from "../domain/ownership";
import { findMethod } from "./find-method";

/** How the signed-in client pays, and by what kind of card this installation lets clients pay. */
export async function getPaymentMethod(ctx: Ctx) {
	const method = await findMethod(ctx, clientOf(ctx.actor));
	return {
		chosen: method && { kind: method.kind, label: method.label, chosenAt: method.chosenAt },
		cardKind: cardKindOffered(),
	};
}
