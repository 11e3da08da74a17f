//! What holds of the tables of all vendors.
