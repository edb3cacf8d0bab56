"""Whom the demo lets in at its door: what they are, and what is worth a look."""

GUESTS: dict[str, tuple[str, str]] = {
    "samira@family.example": ("Idris’s mother", "Today, Talk and Wins on a phone"),
    "karim@family.example": ("Idris’s father", "The same plan on a second phone"),
    "niamh@family.example": ("Finn’s and Maeve’s mother", "Two children of one family"),
    "imran@family.example": ("Zara’s father", "What a carer with limits sees"),
    "erik@family.example": ("Ivy’s father", "What a family reads while it waits"),
    "hannah@willow.example": ("Occupational therapist", "My day, Idris’s page, a goal written by two"),
    "maria@willow.example": ("Front desk", "Stories, families and the week"),
    "olive@willow.example": ("Owner of the clinic", "The team and who looked"),
}
