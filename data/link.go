package data

// PersonLink begins the links that lead to a person in Peerage from outside. The UUID of the person follows.
const PersonLink = "peerage:person/"
