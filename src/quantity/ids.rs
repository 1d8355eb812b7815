macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub struct $name(pub u32);

        impl $name {
            /// The place in the list that this names.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            /// The name of place `index`. Lists are checked to be far shorter than `u32::MAX`.
            #[must_use]
            pub const fn at(index: usize) -> $name {
                $name(index as u32)
            }
        }
    };
}

id!(/** A region: place in the scenario's list. */ RegionId);
id!(/** A site: place in the scenario's list. */ SiteId);
id!(/** An organisation: place in its site's list. */ OrganisationId);
id!(/** An actor's slot: place in its site's list; the person in it may change. */ ActorId);
id!(/** An initiative: place in its site's list; copies are appended. */ InitiativeId);
id!(/** A kind of initiative: place in the scenario's list. */ KindId);
id!(/** A role: place in the scenario's list. */ RoleId);
id!(/** A kind of organisation: place in the scenario's list. */ OrganisationKindId);
id!(/** A kit of organisations: place in the scenario's list. */ KitId);
