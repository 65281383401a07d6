namespace GovDisclosure.Domain.Plans;

/// <summary>How an attribution (责任分工) names an agency or group.</summary>
public enum AssignmentRole
{
    /// <summary>牵头: leads the task.</summary>
    Lead,

    /// <summary>按职责分工分别牵头: one of several leads, each for its own field.</summary>
    JointLead,

    /// <summary>负责落实: carries the task out.</summary>
    Responsible,

    /// <summary>配合: supports those responsible.</summary>
    Cooperating,
}
