use super::{
    ChartTable, ClaimsChart, FateGridChart, FlowChart, ForestChart, Heading, HeatMapChart, IncidenceChart,
    LineBandChart, NetworkChart, Picture, PlacesChart, SharesChart, StageBarsChart, StageChart, SurvivalChart,
    SurvivalGridChart, TrajectoryChart,
};
use serde::{Deserialize, Serialize};

/// Any chart: what pictures and pages are drawn from, and drawn from again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each is named after its chart")]
pub enum Chart {
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
}

macro_rules! each {
    ($chart:expr, $one:ident => $what:expr) => {
        match $chart {
            Chart::Claims($one) => $what,
            Chart::FateGrid($one) => $what,
            Chart::Flow($one) => $what,
            Chart::Forest($one) => $what,
            Chart::HeatMap($one) => $what,
            Chart::Incidence($one) => $what,
            Chart::LineBand($one) => $what,
            Chart::Network($one) => $what,
            Chart::Places($one) => $what,
            Chart::Shares($one) => $what,
            Chart::StageBars($one) => $what,
            Chart::Stages($one) => $what,
            Chart::Survival($one) => $what,
            Chart::SurvivalGrid($one) => $what,
            Chart::Trajectory($one) => $what,
        }
    };
}

macro_rules! from {
    ($($name:ident($chart:ident)),+) => {
        $(impl From<$chart> for Chart {
            fn from(chart: $chart) -> Chart {
                Chart::$name(chart)
            }
        })+
    };
}

from!(
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
    Trajectory(TrajectoryChart)
);

impl Chart {
    /// The picture.
    #[must_use]
    pub fn render(&self) -> Picture {
        each!(self, chart => chart.render())
    }

    /// The numbers that it shows.
    #[must_use]
    pub fn table(&self) -> ChartTable {
        each!(self, chart => chart.table())
    }

    /// Title, subtitle, caption.
    #[must_use]
    pub fn heading(&self) -> &Heading {
        each!(self, chart => &chart.heading)
    }
}
