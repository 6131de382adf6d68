import "server-only";
import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { demandRole } from "@/app/_ui/demand-role";
import { workerId as workerIdSchema } from "@/server/kernel/ids";
import { api } from "@/server/trpc/server";

/** The worker of the address, for who may see one. */
export const openWorker = cache(async (id: string) => {
	await demandRole(`/admin/workers/${id}`, "manager");
	const { data: workerId } = workerIdSchema.safeParse(id);
	if (!workerId) return notFound();
	try {
		return await api.hiring.getWorker({ workerId });
	} catch (error) {
		if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
		throw error;
	}
});
