import {
	Activity,
	Cat,
	ClipboardList,
	Coins,
	LayoutDashboard,
	PawPrint,
	Scale,
	ScrollText,
	UserSearch,
	Workflow,
	Wrench,
} from "lucide-react";
import type { ReactNode } from "react";

export type PlaceName =
	| "overview"
	| "orders"
	| "money"
	| "hiring"
	| "workers"
	| "clients"
	| "serviceTypes"
	| "matching"
	| "policies"
	| "system"
	| "audit";
type PlaceGroup = "work" | "people" | "setup";

type OfficePlace = {
	/** Its word is `office.rail.<name>`. */
	name: PlaceName;
	href: string;
	icon: ReactNode;
	group: PlaceGroup;
	/** The key after `G` that leads there: a place on the keyboard, so that it is the same in every layout. */
	key: string;
	/** Only the address itself is this place, not what lies below it. */
	exact?: true;
};

/** The office's sections: what the rail, the command palette and the shortcuts lead to. */
export const places: readonly OfficePlace[] = [
	{ name: "overview", href: "/admin", icon: <LayoutDashboard aria-hidden />, group: "work", key: "KeyH", exact: true },
	{ name: "orders", href: "/admin/orders", icon: <ClipboardList aria-hidden />, group: "work", key: "KeyO" },
	{ name: "money", href: "/admin/money", icon: <Coins aria-hidden />, group: "work", key: "KeyM" },
	{ name: "hiring", href: "/admin/hiring", icon: <UserSearch aria-hidden />, group: "people", key: "KeyR" },
	{ name: "workers", href: "/admin/workers", icon: <PawPrint aria-hidden />, group: "people", key: "KeyW" },
	{ name: "clients", href: "/admin/clients", icon: <Cat aria-hidden />, group: "people", key: "KeyC" },
	{ name: "serviceTypes", href: "/admin/service-types", icon: <Wrench aria-hidden />, group: "setup", key: "KeyT" },
	{ name: "matching", href: "/admin/matching", icon: <Workflow aria-hidden />, group: "setup", key: "KeyJ" },
	{ name: "policies", href: "/admin/policies", icon: <Scale aria-hidden />, group: "setup", key: "KeyP" },
	{ name: "system", href: "/admin/system", icon: <Activity aria-hidden />, group: "setup", key: "KeyS" },
	{ name: "audit", href: "/admin/audit", icon: <ScrollText aria-hidden />, group: "setup", key: "KeyA" },
];

export const placeGroups: readonly PlaceGroup[] = ["work", "people", "setup"];

type CreationName = "newWorker" | "newServiceType";

/** What can be made from anywhere: `N` and the key. Its word is `palette.actions.<name>`. */
export const creations: readonly { name: CreationName; href: string; key: string }[] = [
	{ name: "newWorker", href: "/admin/workers/new", key: "KeyW" },
	{ name: "newServiceType", href: "/admin/service-types/new", key: "KeyT" },
];

/** What a key is called: the letter that is printed on it. */
export const letterOf = (key: string): string => key.replace("Key", "");
