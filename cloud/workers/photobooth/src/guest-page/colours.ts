export interface Palette {
  ground: string;
  text: string;
  /** For what is read second. */
  soft: string;
  sun: string;
  line: string;
  card: string;
}

/** The booth's colours. */
export const day: Palette = {
  ground: "#FBF6EE",
  text: "#1E1B2E",
  soft: "#5B576B",
  sun: "#FDDB9A",
  line: "#E6DCCB",
  card: "#FFFDF9",
};

/** For a dark room: the ground is the booth's while the camera is live, and the paper stays paper. */
export const night: Palette = {
  ground: "#15131F",
  text: "#FBF6EE",
  soft: "#C9C4D3",
  sun: "#624820",
  line: "#3A3647",
  card: "#221F2E",
};

/** By day and by night: what lies on paper, and what is touched. */
export const always = {
  ink: "#1E1B2E",
  paper: "#FBF6EE",
  white: "#FFFDF9",
  slot: "#EFE6D6",
  coral: "#FF6B5E",
  pressed: "#E55F53",
  marigold: "#FFB627",
} as const;
