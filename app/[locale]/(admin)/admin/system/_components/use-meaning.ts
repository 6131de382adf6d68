import { useTranslations } from "next-intl";

/** What an event means, in the person's language; where nobody has put it into words yet, as the catalogue has it. */
export function useMeaning() {
	const story = useTranslations("office.order.timeline");
	const others = useTranslations("system.meanings");
	return (name: string, meaning: string | null): string | null => {
		const key = name.replaceAll(".", "_");
		const told = `events.${key}` as Parameters<typeof story>[0];
		const own = key as Parameters<typeof others>[0];
		if (story.has(told)) return story(told);
		return others.has(own) ? others(own) : meaning;
	};
}
