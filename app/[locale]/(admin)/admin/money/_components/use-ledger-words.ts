import type { inferOutput } from "@trpc/tanstack-react-query";
import { useTranslations } from "next-intl";
import type { useTRPC } from "@/app/_ui/query/trpc";

export type Transaction = inferOutput<ReturnType<typeof useTRPC>["billing"]["transaction"]>;
type Posting = Transaction["postings"][number];

/** What things are called in the books: kinds of transactions, and accounts with their owners. */
export function useLedgerWords() {
	const t = useTranslations("office.order.money");
	return {
		kind: ({ kind, reverses }: Pick<Transaction, "kind" | "reverses">): string =>
			reverses ? t("reversal", { kind: t(`kinds.${kind}`) }) : t(`kinds.${kind}`),
		kindAlone: (kind: Transaction["kind"]): string => t(`kinds.${kind}`),
		accountKind: (account: Posting["account"]): string => t(`accounts.${account}`),
		account: ({ account, ownerName }: Pick<Posting, "account" | "ownerName">): string =>
			[t(`accounts.${account}`), ownerName].filter(Boolean).join(": "),
	};
}
