"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/app/_ui/query/trpc";
import { useRefusalText } from "@/app/_ui/query/use-refusal-text";
import { toast } from "@/app/_ui/toasts";
import { withTick } from "./board";

/** What the hand can do to a kit. A tick shows at once and is taken back when the server refuses it. */
export function useKitActions() {
	const trpc = useTRPC();
	const queryClient = useQueryClient();
	const refusalText = useRefusalText();
	const { queryKey } = trpc.supplies.board.queryOptions();
	const refresh = () => queryClient.invalidateQueries({ queryKey });
	const say = (error: unknown) => toast.failed(refusalText(error));

	const tick = useMutation(
		trpc.supplies.tick.mutationOptions({
			onMutate: async ({ kitId, position, ticked }) => {
				await queryClient.cancelQueries({ queryKey });
				queryClient.setQueryData(queryKey, (board) => board && withTick(board, kitId, position, ticked));
			},
			onError: say,
			onSettled: refresh,
		}),
	);
	const issue = useMutation(trpc.supplies.issue.mutationOptions({ onError: say, onSettled: refresh }));
	const undo = useMutation(trpc.supplies.undoIssue.mutationOptions({ onError: say, onSettled: refresh }));
	const takeBack = useMutation(trpc.supplies.takeBack.mutationOptions({ onError: say, onSettled: refresh }));
	return { tick, issue, undo, takeBack };
}
