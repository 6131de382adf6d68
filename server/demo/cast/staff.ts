import type { DemoPerson } from "../people";

const at = (name: string) => `${name}@happycatbox.example`;

/** Everybody who is neither client nor worker. */
export const staff: readonly DemoPerson[] = [
	{
		name: "Marfa Shelf",
		email: at("marfa"),
		phone: "+79990000011",
		locale: "en",
		roles: ["warehouse"],
		persona: "warehouse",
	},
	{
		name: "Fedot Crate",
		email: at("fedot"),
		phone: "+79990000012",
		locale: "ru",
		roles: ["warehouse"],
		persona: "second-warehouse",
	},
	{
		name: "Leopold Keen",
		email: at("leopold"),
		phone: "+79990000021",
		locale: "en",
		roles: ["manager"],
		persona: "manager",
	},
	{
		name: "Vasilisa Wise",
		email: at("vasilisa"),
		phone: "+79990000022",
		locale: "ru",
		roles: ["manager"],
		persona: "second-manager",
	},
	{
		name: "Kotofey Ledger",
		email: at("kotofey"),
		phone: "+79990000023",
		locale: "en",
		roles: ["manager"],
		persona: "third-manager",
	},
	{
		name: "Matroskin Order",
		email: at("matroskin"),
		phone: "+79990000031",
		locale: "en",
		roles: ["admin"],
		persona: "admin",
	},
];
