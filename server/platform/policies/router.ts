import { admins, managers, router } from "@/server/trpc/procedures";
import { changePolicy } from "./change-policy";
import { changePolicyInput, withdrawPolicyInput } from "./contracts";
import { listPolicyVersions } from "./list-policy-versions";
import { withdrawPolicy } from "./withdraw-policy";

export const policiesRouter = router({
	list: managers.query(({ ctx }) => listPolicyVersions(ctx)),
	change: admins.input(changePolicyInput).mutation(({ ctx, input }) => changePolicy(ctx, input)),
	withdraw: admins.input(withdrawPolicyInput).mutation(({ ctx, input }) => withdrawPolicy(ctx, input)),
});
