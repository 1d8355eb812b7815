use super::{Assignment, Question};

impl Assignment {
    /// A form with nothing filled in: an answer that is an empty text counts as not given.
    #[must_use]
    pub fn blank(&self) -> String {
        let mut form = format!(
            "# {}\n#\n# Fill in what stands behind each =, then: safsim check-answers FILE\n# The arms: {}.\n\n\
             assignment = \"{}\"\nname = \"\"\n\n[answers]\n",
            self.title,
            self.arms.iter().map(|arm| format!("\"{arm}\"")).collect::<Vec<_>>().join(", "),
            self.name
        );
        for (number, Question { id, asks, seeks, .. }) in self.questions.iter().enumerate() {
            let words = format!("{}. {asks} ({})", number + 1, seeks.kind());
            form.extend(lines(&words, 96).iter().map(|line| format!("# {line}\n")));
            form += &format!("{id} = \"\"\n\n");
        }
        form.truncate(form.trim_end().len());
        form + "\n"
    }
}

/// Words in lines of so many letters.
fn lines(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![];
    for word in text.split_whitespace() {
        match lines.last_mut().filter(|line| line.chars().count() + 1 + word.chars().count() <= most) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines
}
