use crate::study::Shard;
use std::env;

/// Variables of a job array: of its index, of how many there are, and what the first index is.
struct JobArray {
    name: &'static str,
    index: &'static str,
    count: Option<&'static str>,
    first: Option<&'static str>,
    step: Option<&'static str>,
}

const JOB_ARRAYS: [JobArray; 3] = [
    JobArray {
        name: "Slurm",
        index: "SLURM_ARRAY_TASK_ID",
        count: Some("SLURM_ARRAY_TASK_COUNT"),
        first: Some("SLURM_ARRAY_TASK_MIN"),
        step: Some("SLURM_ARRAY_TASK_STEP"),
    },
    JobArray { name: "Kubernetes", index: "JOB_COMPLETION_INDEX", count: None, first: None, step: None },
    JobArray {
        name: "AWS Batch",
        index: "AWS_BATCH_JOB_ARRAY_INDEX",
        count: Some("AWS_BATCH_JOB_ARRAY_SIZE"),
        first: None,
        step: None,
    },
];

/// The part that `--shard` asks for: `2/3`; `/3`, of which the index is that of the job array that this is a task of; `auto`, of
/// which both numbers are. Nothing is taken from a job array unless it is asked for.
pub(super) fn asked_shard(text: &str) -> Result<Shard, String> {
    shard(text, &|name| env::var(name).ok())
}

fn shard(text: &str, variable: &dyn Fn(&str) -> Option<String>) -> Result<Shard, String> {
    let wrong = || "2/3 is needed, or /3 or auto in a job array".to_owned();
    let (index, of) = match text.trim() {
        "auto" => of_job_array(None, variable)?,
        text => match text.split_once('/').ok_or_else(wrong)? {
            ("", of) => of_job_array(Some(of.trim().parse().map_err(|_| wrong())?), variable)?,
            (index, of) => (index.trim().parse().map_err(|_| wrong())?, of.trim().parse().map_err(|_| wrong())?),
        },
    };
    Shard::new(index, of).ok_or_else(|| {
        if of == 0 {
            "there must be one shard at least".to_owned()
        } else {
            format!("there is no shard {index} of {of}: they are 1 to {of}")
        }
    })
}

/// The index, counted from 1, and the number, unless that is known.
fn of_job_array(known: Option<u32>, variable: &dyn Fn(&str) -> Option<String>) -> Result<(u32, u32), String> {
    let number = |name: &str| -> Result<Option<u32>, String> {
        let Some(text) = variable(name) else { return Ok(None) };
        text.trim().parse().map(Some).map_err(|_| format!("{name} is {text:?}, not a whole number"))
    };
    let found: Vec<&JobArray> = JOB_ARRAYS.iter().filter(|array| variable(array.index).is_some()).collect();
    let array = match found.as_slice() {
        [] => {
            let names: Vec<&str> = JOB_ARRAYS.iter().map(|array| array.index).collect();
            return Err(format!("this is no task of a job array: none of {} is set", names.join(", ")));
        }
        [one] => one,
        [first, second, ..] => {
            return Err(format!("{} and {} are both set: say which shard, such as 2/3", first.index, second.index));
        }
    };
    let of_name = |name: Option<&'static str>| name.map_or(Ok(None), number);
    let index = number(array.index)?.unwrap_or(0);
    let (first, step) = (of_name(array.first)?.unwrap_or(0), of_name(array.step)?.unwrap_or(1).max(1));
    let place = index.checked_sub(first).map(|past| past / step).and_then(|place| place.checked_add(1));
    let place = place.ok_or_else(|| format!("{} is {index}, below the first", array.index))?;
    let of = match known {
        Some(of) => of,
        None => of_name(array.count)?.ok_or_else(|| match array.count {
            Some(count) => format!("{count} is not set: say how many there are, such as --shard /3"),
            None => format!("{} does not say how many there are: say it, such as --shard /3", array.name),
        })?,
    };
    Ok((place, of))
}

#[cfg(test)]
mod tests {
    use super::shard;

    fn told(text: &str, set: &[(&str, &str)]) -> Result<String, String> {
        let variable = |name: &str| set.iter().find(|(other, _)| *other == name).map(|(_, value)| (*value).to_owned());
        shard(text, &variable).map(|shard| shard.to_string())
    }

    #[test]
    fn a_shard_is_what_is_asked_or_what_the_job_array_says() {
        let slurm = [("SLURM_ARRAY_TASK_ID", "5"), ("SLURM_ARRAY_TASK_MIN", "3"), ("SLURM_ARRAY_TASK_COUNT", "8")];
        let stepped = [
            ("SLURM_ARRAY_TASK_ID", "7"),
            ("SLURM_ARRAY_TASK_MIN", "1"),
            ("SLURM_ARRAY_TASK_STEP", "3"),
            ("SLURM_ARRAY_TASK_COUNT", "4"),
        ];
        let cluster = [("JOB_COMPLETION_INDEX", "0")];
        let batch = [("AWS_BATCH_JOB_ARRAY_INDEX", "2"), ("AWS_BATCH_JOB_ARRAY_SIZE", "3")];
        for (text, set, expected) in [
            ("2/3", &[][..], "2/3"),
            // A job array says nothing unless it is asked.
            ("2/3", &slurm[..], "2/3"),
            ("auto", &slurm[..], "3/8"),
            ("/8", &slurm[..], "3/8"),
            ("auto", &stepped[..], "3/4"),
            ("/4", &cluster[..], "1/4"),
            ("auto", &batch[..], "3/3"),
        ] {
            assert_eq!(told(text, set), Ok(expected.to_owned()), "{text} {set:?}");
        }
    }

    #[test]
    fn what_is_no_shard_is_refused() {
        for (text, set, part) in [
            ("4/3", &[][..], "they are 1 to 3"),
            ("0/3", &[][..], "they are 1 to 3"),
            ("1/0", &[][..], "one shard at least"),
            ("a/3", &[][..], "2/3 is needed"),
            ("-1/3", &[][..], "2/3 is needed"),
            ("3", &[][..], "2/3 is needed"),
            ("auto", &[][..], "no task of a job array"),
            ("auto", &[("JOB_COMPLETION_INDEX", "0")][..], "does not say how many"),
            ("/3", &[("JOB_COMPLETION_INDEX", "x")][..], "not a whole number"),
            ("/3", &[("JOB_COMPLETION_INDEX", "3")][..], "they are 1 to 3"),
            ("/3", &[("JOB_COMPLETION_INDEX", "1"), ("SLURM_ARRAY_TASK_ID", "1")][..], "both set"),
            ("/3", &[("SLURM_ARRAY_TASK_ID", "1"), ("SLURM_ARRAY_TASK_MIN", "2")][..], "below the first"),
        ] {
            assert!(told(text, set).unwrap_err().contains(part), "{text}: {:?}", told(text, set));
        }
    }
}
