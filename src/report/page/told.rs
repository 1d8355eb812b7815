use super::{Contents, Part};
use crate::quantity::Words;
use serde::ser::{
    SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple, SerializeTupleStruct,
    SerializeTupleVariant,
};
use serde::{Serialize, Serializer};

/// Fields whose texts are no words of the program's own: names of files and anchors, keys, what a user wrote.
const KEPT: [&str; 14] = [
    "id",
    "name",
    "question",
    "description",
    "scenario",
    "base",
    "command",
    "file",
    "identity",
    "again",
    "key",
    "value",
    "arms",
    "maker",
];

impl Contents {
    /// The same in the words of a field: every sentence, label and head, those of pictures included.
    #[must_use]
    pub fn told(self, words: &Words) -> Contents {
        if words.is_plain() {
            return self;
        }
        let mut contents = self;
        for section in &mut contents.sections {
            let parts = std::mem::take(&mut section.parts);
            section.parts = parts.into_iter().flat_map(of_any_field).collect();
        }
        // Through the bytes that it is kept as: whatever has a text in it is told, and nothing can be forgotten.
        let bytes = postcard::to_stdvec(&Told { of: &contents, words });
        bytes.ok().and_then(|bytes| postcard::from_bytes(&bytes).ok()).unwrap_or(contents)
    }
}

/// A part that says what it says in a field that is not the one on which the model was built.
fn of_any_field(part: Part) -> Vec<Part> {
    match part {
        Part::Model => include_str!("model_elsewhere.txt")
            .split("\n\n")
            .map(|paragraph| Part::Words(paragraph.split_whitespace().collect::<Vec<_>>().join(" ")))
            .collect(),
        other => vec![other],
    }
}

/// A value whose texts are told in the words of a field when it is written.
struct Told<'a, T: ?Sized> {
    of: &'a T,
    words: &'a Words,
}

impl<T: Serialize + ?Sized> Serialize for Told<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.of.serialize(Teller { to: serializer, words: self.words })
    }
}

/// Writes to another serializer, texts in the words of a field.
struct Teller<'a, S> {
    to: S,
    words: &'a Words,
}

macro_rules! as_it_is {
    ($($method:ident($kind:ty))*) => {
        $(fn $method(self, value: $kind) -> Result<S::Ok, S::Error> {
            self.to.$method(value)
        })*
    };
}

impl<'a, S: Serializer> Serializer for Teller<'a, S> {
    type Ok = S::Ok;
    type Error = S::Error;
    type SerializeSeq = Teller<'a, S::SerializeSeq>;
    type SerializeTuple = Teller<'a, S::SerializeTuple>;
    type SerializeTupleStruct = Teller<'a, S::SerializeTupleStruct>;
    type SerializeTupleVariant = Teller<'a, S::SerializeTupleVariant>;
    type SerializeMap = Teller<'a, S::SerializeMap>;
    type SerializeStruct = Teller<'a, S::SerializeStruct>;
    type SerializeStructVariant = Teller<'a, S::SerializeStructVariant>;

    as_it_is! {
        serialize_bool(bool) serialize_i8(i8) serialize_i16(i16) serialize_i32(i32) serialize_i64(i64)
        serialize_u8(u8) serialize_u16(u16) serialize_u32(u32) serialize_u64(u64) serialize_f32(f32)
        serialize_f64(f64) serialize_char(char) serialize_bytes(&[u8]) serialize_unit_struct(&'static str)
    }

    fn serialize_str(self, text: &str) -> Result<S::Ok, S::Error> {
        self.to.serialize_str(&self.words.name(&self.words.told(text)))
    }

    fn serialize_none(self) -> Result<S::Ok, S::Error> {
        self.to.serialize_none()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        self.to.serialize_some(&Told { of: value, words: self.words })
    }

    fn serialize_unit(self) -> Result<S::Ok, S::Error> {
        self.to.serialize_unit()
    }

    fn serialize_unit_variant(self, name: &'static str, at: u32, variant: &'static str) -> Result<S::Ok, S::Error> {
        self.to.serialize_unit_variant(name, at, variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Result<S::Ok, S::Error> {
        self.to.serialize_newtype_struct(name, &Told { of: value, words: self.words })
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        at: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        self.to.serialize_newtype_variant(name, at, variant, &Told { of: value, words: self.words })
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Self::SerializeSeq, S::Error> {
        Ok(Teller { to: self.to.serialize_seq(length)?, words: self.words })
    }

    fn serialize_tuple(self, length: usize) -> Result<Self::SerializeTuple, S::Error> {
        Ok(Teller { to: self.to.serialize_tuple(length)?, words: self.words })
    }

    fn serialize_tuple_struct(self, name: &'static str, length: usize) -> Result<Self::SerializeTupleStruct, S::Error> {
        Ok(Teller { to: self.to.serialize_tuple_struct(name, length)?, words: self.words })
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        at: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Self::SerializeTupleVariant, S::Error> {
        Ok(Teller { to: self.to.serialize_tuple_variant(name, at, variant, length)?, words: self.words })
    }

    fn serialize_map(self, length: Option<usize>) -> Result<Self::SerializeMap, S::Error> {
        Ok(Teller { to: self.to.serialize_map(length)?, words: self.words })
    }

    fn serialize_struct(self, name: &'static str, length: usize) -> Result<Self::SerializeStruct, S::Error> {
        Ok(Teller { to: self.to.serialize_struct(name, length)?, words: self.words })
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        at: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Self::SerializeStructVariant, S::Error> {
        Ok(Teller { to: self.to.serialize_struct_variant(name, at, variant, length)?, words: self.words })
    }
}

macro_rules! items {
    ($($trait:ident::$method:ident)*) => {
        $(impl<S: $trait> $trait for Teller<'_, S> {
            type Ok = S::Ok;
            type Error = S::Error;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), S::Error> {
                self.to.$method(&Told { of: value, words: self.words })
            }

            fn end(self) -> Result<S::Ok, S::Error> {
                self.to.end()
            }
        })*
    };
}

items! {
    SerializeSeq::serialize_element
    SerializeTuple::serialize_element
    SerializeTupleStruct::serialize_field
    SerializeTupleVariant::serialize_field
}

macro_rules! fields {
    ($($trait:ident)*) => {
        $(impl<S: $trait> $trait for Teller<'_, S> {
            type Ok = S::Ok;
            type Error = S::Error;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), S::Error> {
                if KEPT.contains(&key) {
                    return self.to.serialize_field(key, value);
                }
                self.to.serialize_field(key, &Told { of: value, words: self.words })
            }

            fn end(self) -> Result<S::Ok, S::Error> {
                self.to.end()
            }
        })*
    };
}

fields! { SerializeStruct SerializeStructVariant }

impl<S: SerializeMap> SerializeMap for Teller<'_, S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), S::Error> {
        self.to.serialize_key(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), S::Error> {
        self.to.serialize_value(&Told { of: value, words: self.words })
    }

    fn end(self) -> Result<S::Ok, S::Error> {
        self.to.end()
    }
}

#[cfg(test)]
mod tests {
    use super::{Contents, Part};
    use crate::quantity::Words;
    use crate::report::page::{Ran, Section, SheetRow, SheetTable};

    #[test]
    fn sentences_are_told_and_names_and_commands_are_kept() {
        let mut words = Words::new("the pilot", "pupils");
        words.say("pounds", "euros");
        words.say("site", "school");
        words.keep("Site 1");
        let table = SheetTable {
            caption: "Money, thousand pounds, by site.".to_owned(),
            rows: vec![SheetRow::of("Site 1", ["NaN".to_owned()])],
            ..SheetTable::default()
        };
        let contents = Contents {
            name: "site".to_owned(),
            kind: "A run".to_owned(),
            question: "Which site spends pounds?".to_owned(),
            answer: vec!["A site spent pounds.".to_owned()],
            sections: vec![Section::of("site", "By site", vec![Part::Table(table), Part::Model])],
            ran: Ran { again: "safsim run --set site.*.award=1".to_owned(), ..Ran::default() },
        };
        let told = contents.clone().told(&words);
        assert_eq!((&told.name, &told.question, &told.ran), (&contents.name, &contents.question, &contents.ran));
        assert_eq!(told.answer, ["A school spent euros."]);
        assert_eq!((told.sections[0].id.as_str(), told.sections[0].title.as_str()), ("site", "By school"));
        let Part::Table(table) = &told.sections[0].parts[0] else { panic!("a table") };
        assert_eq!(table.caption, "Money, thousand euros, by school.");
        assert_eq!(table.rows[0], SheetRow::of("Site 1", ["NaN".to_owned()]));
        assert!(told.sections[0].parts[1..].iter().all(|part| matches!(part, Part::Words(_))));
        assert_eq!(contents.clone().told(&Words::default()), contents);
    }
}
