import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";

type List = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };

/** The rest of a list, on demand. */
export function ShowMore({ list }: { list: List }) {
	const t = useTranslations("jobs");
	if (!list.hasNextPage) return null;
	return (
		<Button size="thumb" wide pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
			{t("more")}
		</Button>
	);
}
