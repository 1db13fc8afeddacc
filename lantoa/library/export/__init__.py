"""A document in the forms that other systems read: Akoma Ntoso 3 and schema.org Legislation."""
