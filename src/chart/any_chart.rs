use super::kinds::*;
use super::parts::Heading;
use super::sheet::{Picture, Sheet, on_sheet};
use super::words::ChartTable;
use serde::{Deserialize, Serialize};

macro_rules! kinds {
    ($($kind:ident($chart:ident)),+ $(,)?) => {
        /// Any chart: what pictures and pages are drawn from, and drawn from again.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[expect(missing_docs, reason = "each is named after its chart")]
        pub enum Chart {
            $($kind($chart)),+
        }

        $(impl From<$chart> for Chart {
            fn from(chart: $chart) -> Chart {
                Chart::$kind(chart)
            }
        })+

        impl Chart {
            /// The picture.
            #[must_use]
            pub fn render(&self) -> Picture {
                match self { $(Chart::$kind(chart) => chart.render()),+ }
            }

            /// The picture on a sheet of another size.
            #[must_use]
            pub fn render_on(&self, sheet: Sheet) -> Picture {
                on_sheet(sheet, || self.render())
            }

            /// The chart without title, subtitle and caption, for a page that says these itself.
            #[must_use]
            pub fn without_heading(&self) -> Chart {
                let mut chart = self.clone();
                match &mut chart { $(Chart::$kind(chart) => chart.heading = Heading::default()),+ }
                chart
            }

            /// The numbers that it shows.
            #[must_use]
            pub fn table(&self) -> ChartTable {
                match self { $(Chart::$kind(chart) => chart.table()),+ }
            }

            /// Title, subtitle, caption.
            #[must_use]
            pub fn heading(&self) -> &Heading {
                match self { $(Chart::$kind(chart) => &chart.heading),+ }
            }

            /// Title, subtitle, caption, to be written anew.
            pub fn heading_mut(&mut self) -> &mut Heading {
                match self { $(Chart::$kind(chart) => &mut chart.heading),+ }
            }

            /// The name of its chart.
            #[cfg(test)]
            pub(in crate::chart) fn kind(&self) -> &'static str {
                match self { $(Chart::$kind(_) => stringify!($chart)),+ }
            }
        }

        /// The names of the charts of all kinds.
        #[cfg(test)]
        pub(in crate::chart) const KINDS: &[&str] = &[$(stringify!($chart)),+];
    };
}

impl Chart {
    /// The scales that pictures of the same kind have to share to be held side by side: what stands at the lower and at the
    /// upper edge. None where all pictures of a kind have the same.
    pub fn scales(&mut self) -> Vec<&mut (f64, f64)> {
        match self {
            Chart::Flow(chart) => vec![&mut chart.range],
            Chart::Places(chart) => vec![&mut chart.range],
            Chart::Stages(chart) => vec![&mut chart.range],
            Chart::Trajectory(chart) => chart.panels.iter_mut().map(|panel| &mut panel.range).collect(),
            _ => vec![],
        }
    }
}

// The kinds of charts. A kept report names them by their place: a new kind goes to the end.
kinds!(
    Claims(ClaimsChart),
    FateGrid(FateGridChart),
    Flow(FlowChart),
    Forest(ForestChart),
    HeatMap(HeatMapChart),
    Incidence(IncidenceChart),
    LineBand(LineBandChart),
    Network(NetworkChart),
    Places(PlacesChart),
    Shares(SharesChart),
    StageBars(StageBarsChart),
    Stages(StageChart),
    Survival(SurvivalChart),
    SurvivalGrid(SurvivalGridChart),
    Trajectory(TrajectoryChart),
    Ranked(RankedChart),
    Limits(LimitsChart),
    Field(FieldChart),
    Tornado(TornadoChart),
    Ties(TiesChart),
);
