"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFormat } from "../format/format-provider";
import { MenuItem } from "../menu";
import { useTRPC } from "../query/trpc";
import { useRefusalText } from "../query/use-refusal-text";
import { toast } from "../toasts";

const destinations = ["next", "hour", "day", "week-end", "month-end"] as const;

/** Where time may be moved to. */
export default function TravelItems({ onTravelling }: { onTravelling: (travelling: boolean) => void }) {
	const t = useTranslations("demo.bar");
	const format = useFormat();
	const queryClient = useQueryClient();
	const refusalText = useRefusalText();
	const travel = useMutation(
		useTRPC().demo.travel.mutationOptions({
			onMutate: () => onTravelling(true),
			onSettled: () => onTravelling(false),
			onSuccess: async (face) => {
				await queryClient.invalidateQueries();
				toast.done(t("arrived", { time: format.dateTime(face.now) }));
			},
			onError: (error) => toast.failed(refusalText(error)),
		}),
	);
	return destinations.map((to) => (
		<MenuItem key={to} onSelect={() => travel.mutate({ to })}>
			{t(`to.${to}`)}
		</MenuItem>
	));
}
